package io.omnibridge.benchmarks.load;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** One issuer with a shared secret, and with an RSA and an EC key that it publishes on loopback. Thread-safe. */
public final class Issuer implements AutoCloseable {

    public static final String NAME = "https://issuer.example";
    public static final String AUDIENCE = "omnibridge";

    /** Longer than any run. */
    private static final Duration TIME_TO_LIVE = Duration.ofDays(2);

    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;

    private final String secret = HexFormat.of().formatHex(SecureRandom.getSeed(32));
    private final KeyPair rsa = pair("RSA", RSA_BITS);
    private final KeyPair ec = pair("EC", EC_BITS);
    private final AtomicLong tokens = new AtomicLong();
    private final Instant expiry = Clock.systemUTC().instant().plus(TIME_TO_LIVE);
    private final HttpServer server;

    public Issuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = jwks().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** Where the public keys are. */
    public String jwksUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    /** What HS256 signs with. */
    public String secret() {
        return secret;
    }

    /** A new token for {@code user}, which no other one equals. */
    public String token(Signing signing, String user) {
        return JWT.create()
                .withKeyId(signing.name())
                .withIssuer(NAME)
                .withAudience(AUDIENCE)
                .withSubject(user)
                .withClaim("azp", "notes-app")
                .withClaim("scope", "accounts:read accounts:link data:read")
                .withJWTId(Long.toString(tokens.incrementAndGet()))
                .withExpiresAt(expiry)
                .sign(algorithm(signing));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Algorithm algorithm(Signing signing) {
        return switch (signing) {
            case HS256 -> Algorithm.HMAC256(secret);
            case RS256 -> Algorithm.RSA256(null, (RSAPrivateKey) rsa.getPrivate());
            case ES256 -> Algorithm.ECDSA256(null, (ECPrivateKey) ec.getPrivate());
        };
    }

    private String jwks() {
        RSAPublicKey rsaKey = (RSAPublicKey) rsa.getPublic();
        ECPublicKey ecKey = (ECPublicKey) ec.getPublic();
        return """
                {"keys":[{"kty":"RSA","kid":"RS256","use":"sig","alg":"RS256","n":"%s","e":"%s"},
                {"kty":"EC","kid":"ES256","use":"sig","alg":"ES256","crv":"P-256","x":"%s","y":"%s"}]}""".formatted(
                        base64(rsaKey.getModulus(), RSA_BITS),
                        base64(rsaKey.getPublicExponent(), 3 * Byte.SIZE),
                        base64(ecKey.getW().getAffineX(), EC_BITS),
                        base64(ecKey.getW().getAffineY(), EC_BITS));
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(BigInteger number, int bits) {
        byte[] bytes = HexFormat.of().parseHex(("%0" + bits / 4 + "x").formatted(number));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
