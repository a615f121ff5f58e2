package io.omnibridge.contract;

import io.omnibridge.contract.Walk.Target;

/** Responses to messages that the server rejects, for each target. */
final class RejectedMessages {

    private static final String HOST = "Host: localhost\r\n";
    private static final String LONG = "a".repeat(20_000);
    private static final String HTTP = "HTTP/1.1";

    private final Walk walk;

    RejectedMessages(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        for (Target target : Walk.TARGETS) {
            walk.expectRaw(400, target, target.request(HTTP, ""));
            walk.expectRaw(413, target, target.request(HTTP, HOST + "Content-Length: 2000000\r\n"));
            walk.expectRaw(414, target, target.with("?" + LONG).request(HTTP, HOST));
            walk.expectRaw(417, target, target.request(HTTP, HOST + "Expect: a-miracle\r\nConnection: close\r\n"));
            walk.expectRaw(426, target, target.request("HTTP/2.0", HOST));
            walk.expectRaw(431, target, target.request(HTTP, HOST + "X-Long: " + LONG + "\r\n"));
            walk.expectRaw(505, target, target.request("HTTP/3.0", HOST));
        }
    }

    /** Sends bodies that never end, to all targets at once. */
    void walkSlowly() {
        Walk.TARGETS.parallelStream()
                .forEach(target ->
                        walk.expectRaw(408, target, target.request(HTTP, HOST + "Content-Length: 10\r\n") + "abc"));
    }
}
