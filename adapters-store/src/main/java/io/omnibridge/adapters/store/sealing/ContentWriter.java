package io.omnibridge.adapters.store.sealing;

import java.io.IOException;

/** Writes what is sealed. */
@FunctionalInterface
interface ContentWriter {

    byte[] write() throws IOException;
}
