package io.omnibridge.adapters.providers.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Consents of users, each with a code that is valid for one exchange. Thread-safe. */
final class Consents {

    /** One consent with its authorization request. */
    record Consent(String subject, Map<String, String> request) {

        String parameter(String name) {
            return request.getOrDefault(name, "");
        }
    }

    private final Map<String, Consent> byCode = new ConcurrentHashMap<>();

    /** Records a consent and returns the redirect URI with a new code. */
    String agree(Map<String, String> request, String subject, Optional<String> issuer) {
        String code = "code-" + UUID.randomUUID();
        byCode.put(code, new Consent(subject, request));
        return request.getOrDefault("redirect_uri", "") + "?code=" + code + "&state="
                + encode(request.getOrDefault("state", ""))
                + issuer.map(it -> "&iss=" + encode(it)).orElse("");
    }

    /** Returns the consent of a code, once, if verifier and redirect URI match. */
    Optional<Consent> exchange(Map<String, String> request) {
        return Optional.ofNullable(byCode.remove(request.getOrDefault("code", "")))
                .filter(it -> it.parameter("redirect_uri").equals(request.getOrDefault("redirect_uri", "")))
                .filter(it -> isVerified(it.parameter("code_challenge"), request.getOrDefault("code_verifier", "")));
    }

    private static boolean isVerified(String challenge, String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            return challenge.isEmpty() ? verifier.isEmpty() : challenge.equals(expected);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
