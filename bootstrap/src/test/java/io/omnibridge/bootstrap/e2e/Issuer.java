package io.omnibridge.bootstrap.e2e;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.sun.net.httpserver.HttpServer;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** An issuer that publishes an RSA and an EC key over HTTP on loopback, and signs with either. */
final class Issuer implements AutoCloseable {

    private static final int EC_COORDINATE_BYTES = 32;

    private final KeyPair rsa = TestKeys.RSA;
    private final KeyPair ec = TestKeys.P256;
    private final HttpServer server;

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks", exchange -> {
            byte[] keys = jwks().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String jwksUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    String rs256(String user) {
        return token(user, "rsa", Algorithm.RSA256(null, (RSAPrivateKey) rsa.getPrivate()));
    }

    String es256(String user) {
        return token(user, "ec", Algorithm.ECDSA256(null, (ECPrivateKey) ec.getPrivate()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String token(String user, String keyId, Algorithm algorithm) {
        return JWT.create()
                .withKeyId(keyId)
                .withIssuer(Vault.ISSUER)
                .withAudience(Vault.AUDIENCE)
                .withSubject(user)
                .withExpiresAt(Instant.now().plusSeconds(600))
                .sign(algorithm);
    }

    private String jwks() {
        RSAPublicKey rsaKey = (RSAPublicKey) rsa.getPublic();
        ECPublicKey ecKey = (ECPublicKey) ec.getPublic();
        return """
                {"keys":[{"kty":"RSA","kid":"rsa","use":"sig","n":"%s","e":"%s"},
                {"kty":"EC","kid":"ec","use":"sig","crv":"P-256","x":"%s","y":"%s"}]}""".formatted(
                        base64(unsigned(rsaKey.getModulus(), rsaKey.getModulus().bitLength() / Byte.SIZE)),
                        base64(rsaKey.getPublicExponent().toByteArray()),
                        base64(unsigned(ecKey.getW().getAffineX(), EC_COORDINATE_BYTES)),
                        base64(unsigned(ecKey.getW().getAffineY(), EC_COORDINATE_BYTES)));
    }

    /** Returns the number in exactly {@code length} bytes, without a sign. */
    private static byte[] unsigned(BigInteger number, int length) {
        String hex = ("%0" + 2 * length + "x").formatted(number);
        return HexFormat.of().parseHex(hex);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
