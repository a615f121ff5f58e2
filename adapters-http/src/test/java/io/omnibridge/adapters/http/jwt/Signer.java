package io.omnibridge.adapters.http.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs any input without a JWT library, so that tests can also make tokens that no library would. */
interface Signer {

    byte[] sign(byte[] input) throws GeneralSecurityException;

    static Signer hmac(byte[] secret) {
        return input -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(input);
        };
    }

    static Signer hmac(String secret) {
        return hmac(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Signs with an algorithm as the JDK names it; ECDSA for JOSE ends in {@code inP1363Format}. */
    static Signer with(PrivateKey key, String algorithm) {
        return input -> {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        };
    }
}
