package io.omnibridge.adapters.providers.catalogue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Algorithms with which a provider may sign its ID tokens (RFC 7518 §3.1, RFC 8037 §3.1). */
public enum IdTokenAlgorithm {
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    ES512,
    /** Ed25519, also by its newer name (RFC 9864). */
    EDDSA("EdDSA", "Ed25519"),
    /** The client secret is the key. */
    HS256;

    /** What is allowed unless the catalogue says otherwise: published keys of RSA and of the NIST curves. */
    public static final Set<IdTokenAlgorithm> DEFAULT = Set.copyOf(EnumSet.range(RS256, ES512));

    private final String joseName;
    private final String otherName;

    IdTokenAlgorithm() {
        this.joseName = name();
        this.otherName = name();
    }

    IdTokenAlgorithm(String joseName, String otherName) {
        this.joseName = joseName;
        this.otherName = otherName;
    }

    /** Returns the algorithm of exactly this JOSE name; letter case counts (RFC 7515 §4.1.1). */
    public static Optional<IdTokenAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(it -> it.isNamed(name)).findFirst();
    }

    /** Returns the name in the {@code alg} header. */
    public String joseName() {
        return joseName;
    }

    /** Returns whether a key of the provider's with this {@code alg} is for this algorithm. */
    public boolean isNamed(String name) {
        return name.equals(joseName) || name.equals(otherName);
    }
}
