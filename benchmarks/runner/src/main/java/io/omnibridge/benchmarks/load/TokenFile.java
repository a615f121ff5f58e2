package io.omnibridge.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tokens, one in each line, in no order. */
public record TokenFile(Path path, int count) {

    private static final long SEED = 4;

    /** Writes {@code count} different tokens of {@code users} users into a file in {@code folder}, unless it is there. */
    public static TokenFile write(Path folder, Issuer issuer, Signing signing, int users, int count)
            throws IOException {
        Path path = folder.resolve("%s-%d-%d.tokens".formatted(signing, users, count));
        if (!Files.exists(path)) {
            Files.write(path, tokens(issuer, signing, users, count));
        }
        return new TokenFile(path, count);
    }

    private static List<String> tokens(Issuer issuer, Signing signing, int users, int count) {
        List<String> tokens = new ArrayList<>(IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> issuer.token(signing, Users.name(Users.spread(i, count, users))))
                .toList());
        Collections.shuffle(tokens, new Random(SEED));
        return tokens;
    }
}
