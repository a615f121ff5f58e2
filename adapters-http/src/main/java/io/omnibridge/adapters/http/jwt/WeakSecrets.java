package io.omnibridge.adapters.http.jwt;

import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Secrets that are long enough but can be guessed: samples from documentation, and repetitive typing. */
final class WeakSecrets {

    private static final int MIN_DISTINCT = 8;
    private static final int MIN_PERIOD = 16;

    /** Printed in specifications, tutorials and default configurations; letters and digits only, in lower case. */
    private static final Set<String> SAMPLES = Set.of(
            "0123456789abcdef",
            "abcdefghijklmnopqrstuvwxyz012345",
            "abcdefghijklmnopqrstuvwxyz123456",
            "abcdefghijklmnopqrstuvwxyz0123456789",
            "your256bitsecret",
            "your384bitsecret",
            "your512bitsecret",
            "astringsecretatleast256bitslong",
            "avalidstringsecretthatisatleast512bitslongwhichisverylong",
            "supersecretjwttokenwithatleast32characterslong",
            "yoursupersecretjwttokenwithatleast32characterslong",
            "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
            "404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970",
            "aym1sysppbydfgzld3umj1qzkobwvmkoqqestjqlrt1qs0gzh75aktmn3yj0ips4hcguutwjazzr1z9caow");

    private WeakSecrets() {}

    /**
     * Returns whether a secret is a sample or the repetition of one, repeats a text of fewer than 16 characters, or has fewer
     * than 8 different characters. Samples match in any letter case and with any punctuation. A random secret of 32 bytes is
     * none of these.
     */
    static boolean contains(String secret) {
        String plain = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return secret.chars().distinct().count() < MIN_DISTINCT
                || period(secret) < MIN_PERIOD
                || SAMPLES.contains(plain.substring(0, period(plain)));
    }

    /** Returns the length of the text that is repeated; the whole length if none is. */
    private static int period(String text) {
        return IntStream.range(1, text.length())
                .filter(period -> text.startsWith(text.substring(period)))
                .findFirst()
                .orElse(text.length());
    }
}
