package io.omnibridge.adapters.http.jwt;

import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.security.KeyPair;

/** An algorithm, the test key that signs with it, and its name in the JDK. */
enum PublishedSigner {
    RS256("rsa", "SHA256withRSA"),
    RS384("rsa", "SHA384withRSA"),
    RS512("rsa", "SHA512withRSA"),
    ES256("p-256", "SHA256withECDSAinP1363Format"),
    ES384("p-384", "SHA384withECDSAinP1363Format"),
    ES512("p-521", "SHA512withECDSAinP1363Format");

    private final String keyId;
    private final String jdkName;

    PublishedSigner(String keyId, String jdkName) {
        this.keyId = keyId;
        this.jdkName = jdkName;
    }

    /** Returns the key set of all of them. */
    static String jwks() {
        return TestKeys.set(RS256.published(), ES256.published(), ES384.published(), ES512.published());
    }

    RawJson published() {
        return TestKeys.published(keyId, pair());
    }

    RawJson header() {
        return RawJson.empty().with("alg", '"' + name() + '"').with("kid", '"' + keyId + '"');
    }

    Signer signer() {
        return Signer.with(pair().getPrivate(), jdkName);
    }

    String sign(Object claims) {
        return Tokens.signed(header(), claims, signer());
    }

    private KeyPair pair() {
        return switch (this) {
            case RS256, RS384, RS512 -> TestKeys.RSA;
            case ES256 -> TestKeys.P256;
            case ES384 -> TestKeys.P384;
            case ES512 -> TestKeys.P521;
        };
    }
}
