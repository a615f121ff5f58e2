package io.omnibridge.application.revocation;

/** Gives one grant back. */
public final class RevokeGrant {}
