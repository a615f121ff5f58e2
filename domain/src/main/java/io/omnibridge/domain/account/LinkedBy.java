package io.omnibridge.domain.account;

/** How OmniBridge came by the credentials of an account. */
public enum LinkedBy {
    /** A client handed over the token response that it had. */
    TOKEN,
    /** OmniBridge obtained them itself, from the provider. */
    CONNECT
}
