package io.omnibridge.adapters.support.http;

import io.omnibridge.adapters.support.net.Loopback;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Sends each call through one proxy, except to loopback, which no proxy reaches. Thread-safe. */
final class EgressSelector extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final List<Proxy> proxy;

    EgressSelector(EgressProxy proxy) {
        this.proxy = List.of(new Proxy(Proxy.Type.HTTP, proxy.address()));
    }

    @Override
    public List<Proxy> select(URI uri) {
        return Loopback.isLoopback(uri.getHost()) ? DIRECT : proxy;
    }

    /** Does nothing: there is no other proxy to try. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
}
