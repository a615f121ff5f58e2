package io.omnibridge.benchmarks.load;

/** How an issuer signs. */
public enum Signing {
    HS256,
    RS256,
    ES256
}
