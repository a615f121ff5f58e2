package io.omnibridge.adapters.http.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.function.Supplier;

/** One request to the test server. */
public final class TestRequest {

    private final Supplier<RawHttp> connector;
    private final String method;
    private final StringBuilder head = new StringBuilder();
    private byte[] body = new byte[0];

    TestRequest(Supplier<RawHttp> connector, String method, String target) {
        this.connector = connector;
        this.method = method;
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    }

    /** Names another host than {@code localhost}. */
    public TestRequest at(String host) {
        int end = head.indexOf("\r\nHost: localhost") + "\r\nHost: ".length();
        head.replace(end, end + "localhost".length(), host);
        return this;
    }

    public TestRequest header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** Adds a token of {@code user}; see {@link FakeTokenVerifier}. */
    public TestRequest as(String user) {
        return header("Authorization", "Bearer " + user);
    }

    public TestRequest json(String body) {
        return body("application/json", body.getBytes(UTF_8));
    }

    public TestRequest body(String contentType, byte[] body) {
        header("Content-Type", contentType);
        return body(body);
    }

    public TestRequest body(byte[] body) {
        header("Content-Length", Integer.toString(body.length));
        this.body = body.clone();
        return this;
    }

    /** Returns the bytes of this request, without {@code Connection: close}. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head + "\r\n").getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** Sends the request on a new connection. */
    public TestResponse send() {
        header("Connection", "close");
        try (RawHttp connection = connector.get()) {
            return sendOn(connection);
        }
    }

    /** Sends the request on {@code connection}, which stays open. */
    public TestResponse sendOn(RawHttp connection) {
        return connection.send(toBytes()).read(method);
    }
}
