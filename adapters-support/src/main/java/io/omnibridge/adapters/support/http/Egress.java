package io.omnibridge.adapters.support.http;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/**
 * Way of outgoing HTTP calls: through which proxy they go, and whose certificates they trust. The JVM's own proxy properties have
 * no effect. Immutable.
 *
 * @param proxy empty if every call goes directly to its host
 * @param tls empty for the certificates that the JVM trusts
 */
public record Egress(Optional<EgressProxy> proxy, Optional<SSLContext> tls) {

    /** Without a proxy, with the certificates that the JVM trusts. */
    public static final Egress DIRECT = new Egress(Optional.empty(), Optional.empty());

    /** Returns a client as {@link OutboundHttp#clientBuilder} describes it. */
    public OutboundClient client(Duration connectTimeout) {
        return new OutboundClient(builder(connectTimeout).build(), this);
    }

    /** Returns a client that runs on {@code executor}. */
    public OutboundClient client(Duration connectTimeout, Executor executor) {
        return new OutboundClient(builder(connectTimeout).executor(executor).build(), this);
    }

    private HttpClient.Builder builder(Duration connectTimeout) {
        HttpClient.Builder builder = OutboundHttp.clientBuilder(connectTimeout);
        proxy.map(EgressSelector::new).ifPresent((ProxySelector selector) -> builder.proxy(selector));
        tls.ifPresent(builder::sslContext);
        return builder;
    }

    /**
     * Adds the credentials of the proxy. The JDK's client sends this header to proxies alone, and asks for no others: with an
     * authenticator, it would fail at a 401 without a challenge.
     */
    HttpRequest.Builder authorized(HttpRequest.Builder request) {
        proxy.flatMap(EgressProxy::authorization).ifPresent(value -> request.header("Proxy-Authorization", value));
        return request;
    }
}
