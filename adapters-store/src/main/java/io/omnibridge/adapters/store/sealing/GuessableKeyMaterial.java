package io.omnibridge.adapters.store.sealing;

import java.util.HashSet;
import java.util.Set;

/** Key material that a person or a template wrote: zeros, one byte throughout, a sequence, or a short repetition. */
final class GuessableKeyMaterial {

    /** Of 32 random bytes fewer are different with a probability below 2^-100. */
    private static final int MIN_DISTINCT = 8;

    private GuessableKeyMaterial() {}

    /** Returns whether {@code bytes} repeats itself, has equal steps, or has fewer than eight different bytes. */
    static boolean matches(byte[] bytes) {
        return distinct(bytes) < MIN_DISTINCT || hasEqualSteps(bytes) || isRepetition(bytes);
    }

    private static int distinct(byte[] bytes) {
        Set<Byte> different = new HashSet<>();
        for (byte one : bytes) {
            different.add(one);
        }
        return different.size();
    }

    private static boolean hasEqualSteps(byte[] bytes) {
        for (int i = 2; i < bytes.length; i++) {
            if ((byte) (bytes[i] - bytes[i - 1]) != (byte) (bytes[1] - bytes[0])) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the second half is the first one. */
    private static boolean isRepetition(byte[] bytes) {
        int half = bytes.length / 2;
        for (int i = 0; i < half; i++) {
            if (bytes[i] != bytes[half + i]) {
                return false;
            }
        }
        return true;
    }
}
