package io.omnibridge.adapters.http.server;

/**
 * Receives the body of a request, or why there is none. Exactly one method is called, once: on the thread that called
 * {@link BodyReader#run()} before it returns, or on a thread that must not block.
 */
interface BodyCompletion {
    void read(byte[] body);

    void tooLarge();

    void failed(Throwable failure);
}
