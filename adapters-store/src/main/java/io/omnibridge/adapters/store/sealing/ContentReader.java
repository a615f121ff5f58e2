package io.omnibridge.adapters.store.sealing;

import java.io.IOException;

/** Reads what was sealed; fails for anything else. */
@FunctionalInterface
interface ContentReader<T> {

    T read(byte[] content) throws IOException;
}
