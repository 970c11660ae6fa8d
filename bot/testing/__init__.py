"""What tests and rehearsals share: a store in memory, and somebody who talks."""
