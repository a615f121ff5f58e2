package io.omnibridge.domain.audit;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;

/** The form of the names of jobs and commands that act. */
final class ActorNames {

    private static final int MAX_LENGTH = 64;
    private static final Alphabet ALPHABET = Alphabet.range('a', 'z').and("_");

    private ActorNames() {}

    static void require(String word) {
        InvalidValue.unless(ALPHABET.matches(word, MAX_LENGTH), "must be 1 to 64 characters of a-z and '_'");
    }
}
