package io.omnibridge.adapters.support.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Key pairs, and their JSON Web Keys as an issuer publishes them. Those of RSA are files: generating one takes a second. */
public final class TestKeys {

    /** 2048 bits. */
    public static final KeyPair RSA = rsa("rsa.key");

    /** 2048 bits. */
    public static final KeyPair OTHER_RSA = rsa("other-rsa.key");

    /** 2048 bits. */
    public static final KeyPair THIRD_RSA = rsa("third-rsa.key");

    /** 1024 bits. */
    public static final KeyPair WEAK_RSA = rsa("weak-rsa.key");

    public static final KeyPair P256 = ec("secp256r1");
    public static final KeyPair P384 = ec("secp384r1");
    public static final KeyPair P521 = ec("secp521r1");

    private TestKeys() {}

    private static KeyPair rsa(String file) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(TestFiles.pem(file)));
            RSAPublicKeySpec published = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new KeyPair(factory.generatePublic(published), key);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static RawJson published(String keyId, KeyPair pair) {
        RawJson jwk = RawJson.empty().with("kid", '"' + keyId + '"');
        return pair.getPublic() instanceof RSAPublicKey rsa
                ? rsa(jwk, rsa.getModulus(), rsa.getPublicExponent())
                : ec(jwk, (ECPublicKey) pair.getPublic());
    }

    public static RawJson rsa(RawJson jwk, BigInteger modulus, BigInteger exponent) {
        return jwk.with("kty", "\"RSA\"").with("n", number(modulus, 0)).with("e", number(exponent, 0));
    }

    private static RawJson ec(RawJson jwk, ECPublicKey key) {
        int bits = key.getParams().getCurve().getField().getFieldSize();
        int length = (bits + 7) / 8;
        return jwk.with("kty", "\"EC\"")
                .with("crv", "\"P-" + bits + '"')
                .with("x", number(key.getW().getAffineX(), length))
                .with("y", number(key.getW().getAffineY(), length));
    }

    public static String set(RawJson... keys) {
        return Stream.of(keys).map(RawJson::toString).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    public static String number(BigInteger value, int minLength) {
        byte[] bytes = value.toByteArray();
        byte[] unsigned = bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        byte[] padded = new byte[Math.max(minLength, unsigned.length)];
        System.arraycopy(unsigned, 0, padded, padded.length - unsigned.length, unsigned.length);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(padded) + '"';
    }
}
