package io.omnibridge.application.port;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body that is complete in memory: nothing of it has to be waited for, and no connection is held for it. */
public interface CompleteBody extends Flow.Publisher<ByteBuffer> {

    /** Returns all bytes; they must not be changed. */
    byte[] bytes();
}
