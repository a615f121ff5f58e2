package io.omnibridge.domain.account;

/** The way in which OmniBridge received the credentials of an account. */
public enum LinkedBy {
    /** A client handed over a token response. */
    TOKEN,
    /** OmniBridge obtained them from the provider in a connect attempt. */
    CONNECT
}
