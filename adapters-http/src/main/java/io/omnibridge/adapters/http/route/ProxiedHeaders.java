package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.account.ProviderId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Headers of a response of the proxy. Whatever the provider sent, a browser neither renders it nor runs it in the origin
 * of this service.
 */
final class ProxiedHeaders {

    private ProxiedHeaders() {}

    static Map<String, String> of(ProviderId provider, Map<String, String> upstream) {
        Map<String, String> headers = new LinkedHashMap<>(upstream);
        headers.put("OmniBridge-Upstream", provider.value());
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.put("Content-Disposition", "attachment");
        return headers;
    }
}
