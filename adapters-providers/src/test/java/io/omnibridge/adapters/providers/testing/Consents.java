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

/** What people agreed to: codes, each good for one exchange. Thread-safe. */
final class Consents {

    /** One of them, with the authorization request that it was asked by. */
    record Consent(String subject, Map<String, String> request) {

        String parameter(String name) {
            return request.getOrDefault(name, "");
        }
    }

    private final Map<String, Consent> byCode = new ConcurrentHashMap<>();

    /** Where the browser goes after somebody agreed. */
    String agree(Map<String, String> request, String subject, Optional<String> issuer) {
        String code = "code-" + UUID.randomUUID();
        byCode.put(code, new Consent(subject, request));
        return request.getOrDefault("redirect_uri", "") + "?code=" + code + "&state="
                + encode(request.getOrDefault("state", ""))
                + issuer.map(it -> "&iss=" + encode(it)).orElse("");
    }

    /** The consent of a code, once, to whoever has the verifier and says where the code went. */
    Optional<Consent> exchange(Map<String, String> request) {
        return Optional.ofNullable(byCode.remove(request.getOrDefault("code", "")))
                .filter(it -> it.parameter("redirect_uri").equals(request.getOrDefault("redirect_uri", "")))
                .filter(it -> isVerified(it.parameter("code_challenge"), request.getOrDefault("code_verifier", "")));
    }

    private static boolean isVerified(String challenge, String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            String made = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            return challenge.isEmpty() ? verifier.isEmpty() : challenge.equals(made);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
