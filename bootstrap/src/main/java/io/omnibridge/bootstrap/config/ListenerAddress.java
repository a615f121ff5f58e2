package io.omnibridge.bootstrap.config;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Where a process on the same machine reaches the service that has the same settings. */
public final class ListenerAddress {

    /** Addresses that stand for all of a machine's, in the notations that people write. */
    private static final Pattern ANY_ADDRESS = Pattern.compile("0\\.0\\.0\\.0|\\[?[0:]*:[0:]*]?");

    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;

    private ListenerAddress() {}

    /**
     * Returns the URL of the listener, without a path. It reads no other settings, and no secret.
     *
     * @throws ConfigInvalid if one of the settings is wrong
     */
    public static URI of(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = Settings.ofPart(environment);
        String host = settings.read("OMNIBRIDGE_HTTP_HOST", Function.<String>identity())
                .orElse("127.0.0.1");
        int port = settings.read("OMNIBRIDGE_HTTP_PORT", Values.integer(1, MAX_PORT))
                .orElse(DEFAULT_PORT);
        settings.throwIfAnyWrong();
        String scheme = settings.isSet("OMNIBRIDGE_TLS_CERTIFICATE") ? "https" : "http";
        return URI.create(url(scheme, reachable(host), port));
    }

    /** Returns the URL of a listener, with an IPv6 address in brackets (RFC 3986 §3.2.2), which {@code host} may have. */
    public static String url(String scheme, String host, int port) {
        return scheme + "://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String reachable(String host) {
        return ANY_ADDRESS.matcher(host).matches() ? "127.0.0.1" : host;
    }
}
