package io.omnibridge.adapters.http.jwt;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The signature algorithms of RFC 7518 §3.1 that can be accepted. {@code none} is not among them. */
enum SignatureAlgorithm {
    HS256(32),
    RS256(SignatureAlgorithm.AS_LONG_AS_THE_KEY),
    RS384(SignatureAlgorithm.AS_LONG_AS_THE_KEY),
    RS512(SignatureAlgorithm.AS_LONG_AS_THE_KEY),
    ES256(64),
    ES384(96),
    ES512(132);

    /** The algorithms of a shared secret. */
    static final Set<SignatureAlgorithm> SYMMETRIC = Set.copyOf(EnumSet.of(HS256));

    /** The algorithms of an RSA key of any size. */
    static final Set<SignatureAlgorithm> RSA = Set.copyOf(EnumSet.range(RS256, RS512));

    /** The algorithms of published keys. */
    static final Set<SignatureAlgorithm> ASYMMETRIC = Set.copyOf(EnumSet.range(RS256, ES512));

    private static final int AS_LONG_AS_THE_KEY = 0;

    private static final Map<String, SignatureAlgorithm> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final int signatureLength;

    SignatureAlgorithm(int signatureLength) {
        this.signatureLength = signatureLength;
    }

    /** Returns the algorithm of exactly this name; letter case matters (RFC 7515 §4.1.1). */
    static Optional<SignatureAlgorithm> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Returns whether a signature can have this length. An ECDSA signature is R and S in full length each (RFC 7518 §3.4),
     * never ASN.1. The length of an RSA signature depends on the key; the verification checks it.
     */
    boolean signsWith(int bytes) {
        return signatureLength == AS_LONG_AS_THE_KEY || signatureLength == bytes;
    }
}
