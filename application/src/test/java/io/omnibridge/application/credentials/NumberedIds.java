package io.omnibridge.application.credentials;

import java.security.SecureRandom;

/** Creates ids that follow one another. */
final class NumberedIds extends SecureRandom {

    private static final long serialVersionUID = 1L;
    private int next;

    @Override
    public void nextBytes(byte[] bytes) {
        next++;
        bytes[0] = (byte) next;
        bytes[1] = (byte) (next >> 8);
    }
}
