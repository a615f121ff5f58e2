package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Configuration of {@code serve --dev}: defaults and fresh secrets for settings that are not set, on loopback only. */
public final class DevelopmentMode {

    private static final int SECRET_BYTES = 32;
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final List<String> EXCLUDED = List.of(
            "OMNIBRIDGE_ALLOW_CLEARTEXT",
            "OMNIBRIDGE_JWKS_URL",
            "OMNIBRIDGE_UI_CLIENT_ID",
            "OMNIBRIDGE_UI_CLIENT_SECRET",
            "OMNIBRIDGE_UI_CLIENT_SECRET_FILE");

    private DevelopmentMode() {}

    /**
     * Reads the configuration from {@code environment}, completed by development defaults.
     *
     * @param demo the providers besides those of the providers file, which overrides them
     * @throws ConfigInvalid if a setting is wrong, cannot be used in development mode, or listens beyond loopback
     */
    public static Config config(Map<String, String> environment, SecureRandom random, Catalogue demo)
            throws ConfigInvalid {
        List<String> problems = new ArrayList<>(excluded(environment));
        Map<String, String> completed = new HashMap<>(environment);
        completed.keySet().removeAll(EXCLUDED);
        completed.putIfAbsent("OMNIBRIDGE_JWT_ISSUER", "https://development.invalid");
        completed.putIfAbsent("OMNIBRIDGE_JWT_AUDIENCE", "omnibridge");
        if (!environment.containsKey("OMNIBRIDGE_JWT_SECRET_FILE")) {
            completed.putIfAbsent("OMNIBRIDGE_JWT_SECRET", newSecret(random));
        }
        completed.putIfAbsent("OMNIBRIDGE_DRAIN", "0s");
        completed.putIfAbsent("OMNIBRIDGE_PUBLIC_URL", publicUrl(environment));
        try {
            Config config = Config.forDevelopment(completed, demo);
            if (!(config.store() instanceof StoreConfig.Memory)) {
                problems.add("OMNIBRIDGE_STORE must be memory together with --dev");
            }
            if (problems.isEmpty()) {
                return config;
            }
        } catch (ConfigInvalid e) {
            problems.addAll(e.problems());
        }
        throw new ConfigInvalid(problems);
    }

    private static List<String> excluded(Map<String, String> environment) {
        return EXCLUDED.stream()
                .filter(environment::containsKey)
                .map(name -> name + " cannot be used together with --dev")
                .toList();
    }

    /** Returns the URL of the listener, as far as it is known before the start. A wrong port is reported by its own setting. */
    private static String publicUrl(Map<String, String> environment) {
        String port = environment.getOrDefault("OMNIBRIDGE_HTTP_PORT", "8080");
        return "http://127.0.0.1:" + (PORT.matcher(port).matches() ? port : "8080");
    }

    private static String newSecret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
