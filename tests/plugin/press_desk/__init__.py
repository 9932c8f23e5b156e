"""What one press desk adds to jijitsu."""
