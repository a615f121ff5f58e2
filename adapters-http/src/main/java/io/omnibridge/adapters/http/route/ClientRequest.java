package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a client sends to the proxy. Of its headers only those remain that a read may have, and only POST has a body. */
final class ClientRequest {

    private static final Set<String> HEADERS =
            Set.of("Accept-Language", "If-None-Match", "If-Modified-Since", "Range", "If-Range");

    /** The path begins behind {@code /api}, provider and account. */
    private static final int SEGMENTS_BEFORE = 3;

    private ClientRequest() {}

    /** @param base the path of the account's APIs, as clients have to request it */
    static ApiRequest read(RequestContext request, String base) {
        HttpServletRequest servlet = request.servletRequest();
        ReadMethod method = ReadMethod.valueOf(servlet.getMethod());
        return new ApiRequest(
                method,
                base,
                path(servlet.getRequestURI()),
                Optional.ofNullable(servlet.getQueryString()),
                headers(servlet),
                method == ReadMethod.POST ? request.jsonText() : Optional.empty());
    }

    /** Returns the part of the raw path that belongs to the provider, beginning with its slash. */
    private static String path(String uri) {
        int slash = 0;
        for (int i = 0; i < SEGMENTS_BEFORE; i++) {
            slash = uri.indexOf('/', slash + 1);
        }
        return uri.substring(slash);
    }

    private static Map<String, String> headers(HttpServletRequest servlet) {
        Map<String, String> headers = new HashMap<>();
        for (String name : HEADERS) {
            String value = servlet.getHeader(name);
            if (value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return headers;
    }
}
