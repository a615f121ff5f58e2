package io.omnibridge.bootstrap;

import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code serve --dev} runs with: fresh secrets for what is not given, loopback and nothing but loopback. */
final class DevelopmentMode {

    private static final int SECRET_BYTES = 32;

    private DevelopmentMode() {}

    /**
     * The given environment, completed.
     *
     * @throws ConfigInvalid if what is given is wrong, or listens beyond loopback
     */
    static Config config(Map<String, String> environment, SecureRandom random) throws ConfigInvalid {
        refuseWhatCannotBe(environment);
        Map<String, String> completed = new HashMap<>(environment);
        completed.putIfAbsent("OMNIBRIDGE_JWT_ISSUER", "https://development.invalid");
        completed.putIfAbsent("OMNIBRIDGE_JWT_AUDIENCE", "omnibridge");
        if (!environment.containsKey("OMNIBRIDGE_JWT_SECRET_FILE")) {
            completed.putIfAbsent("OMNIBRIDGE_JWT_SECRET", newSecret(random));
        }
        return Config.from(completed);
    }

    private static void refuseWhatCannotBe(Map<String, String> environment) throws ConfigInvalid {
        List<String> problems = Stream.of("OMNIBRIDGE_ALLOW_CLEARTEXT", "OMNIBRIDGE_JWKS_URL")
                .filter(environment::containsKey)
                .map(name -> name + " cannot be used together with --dev")
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems);
        }
    }

    private static String newSecret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
