package io.omnibridge.bootstrap.e2e;

/** Exit status and output of a command that has ended. */
record CommandResult(int status, String out, String err) {}
