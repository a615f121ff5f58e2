package io.omnibridge.adapters.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.support.testing.ConnectProxy;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.PrivateAuthority;
import io.omnibridge.adapters.support.testing.TlsKeyServer;
import io.omnibridge.adapters.support.tls.TrustedCertificates;
import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Optional<SSLContext> PRIVATE = Optional.of(
            TrustedCertificates.parse(PrivateAuthority.certificate()).trustedAlone());

    private final ConnectProxy proxy = new ConnectProxy();
    private final TlsKeyServer server = new TlsKeyServer("{}");

    @AfterEach
    void close() throws IOException {
        server.close();
        proxy.close();
    }

    @Test
    @Tag("C25")
    void a_call_beyond_loopback_goes_through_the_proxy() throws Exception {
        assertEquals(200, get(through(proxy), server.url("issuer.example")));

        assertEquals(1, proxy.requests().size());
        assertTrue(proxy.requests().get(0).startsWith("CONNECT issuer.example:"), proxy.requests()::toString);
        assertFalse(proxy.requests().get(0).contains("Proxy-Authorization"));
    }

    @Test
    @Tag("C25")
    void only_the_proxy_sees_its_credentials() throws Exception {
        Egress egress = new Egress(Optional.of(EgressProxy.parse(proxy.url()).with(() -> "bridge:canary")), PRIVATE);

        assertEquals(200, get(egress, server.url("issuer.example")));

        String basic = "Basic YnJpZGdlOmNhbmFyeQ==";
        assertTrue(proxy.requests().get(0).contains("Proxy-Authorization: " + basic), proxy.requests()::toString);
        assertFalse(server.headers().contains("Proxy-authorization"), server.headers()::toString);
        assertFalse(egress.toString().contains("canary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    @Tag("C25")
    void a_call_to_loopback_goes_directly(String host) throws Exception {
        Egress egress = new Egress(Optional.of(EgressProxy.parse(proxy.url()).with(() -> "bridge:canary")), PRIVATE);

        assertEquals(200, get(egress, server.url(host)));

        assertEquals(List.of(), proxy.requests());
        assertFalse(server.headers().contains("Proxy-authorization"), server.headers()::toString);
    }

    @Test
    @Tag("C25")
    void a_proxy_of_the_jvm_is_not_used() throws Exception {
        List<URI> asked = new ArrayList<>();
        ProxySelector original = ProxySelector.getDefault();
        ProxySelector.setDefault(recording(asked));
        try (KeyServer keys = new KeyServer("{}")) {
            assertEquals(200, get(Egress.DIRECT, keys.url("/jwks")));
        } finally {
            ProxySelector.setDefault(original);
        }
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy:3128",
                "http://proxy",
                "http://proxy:0",
                "http://proxy:65536",
                "http://a:b@proxy:3128",
                "http://proxy:3128/path",
                "http://proxy:3128?a=b",
                "http://proxy:3128#a",
                "proxy:3128",
                "http://:3128",
                "::"
            })
    @Tag("C25")
    void another_url_than_that_of_a_proxy_is_rejected(String url) {
        assertThrows(InvalidValue.class, () -> EgressProxy.parse(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://stack_proxy:3128", "http://[::1]:3128/", "http://10.0.0.1:8080"})
    @Tag("C25")
    void a_proxy_may_have_any_host(String url) {
        assertEquals(
                url.replaceFirst(".*:([0-9]+)/?", "$1"),
                Integer.toString(EgressProxy.parse(url).address().getPort()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge", ":canary", "bridge:pass\nword"})
    @Tag("C25")
    void credentials_that_are_no_pair_are_rejected(String credentials) {
        InvalidValue e = assertThrows(InvalidValue.class, () -> EgressProxy.requireCredentials(credentials));
        assertFalse(String.valueOf(e.getMessage()).contains(credentials));
    }

    @Test
    @Tag("P8")
    void a_private_authority_is_trusted_only_where_it_is_configured() throws Exception {
        assertEquals(200, get(new Egress(Optional.empty(), PRIVATE), server.url("localhost")));
        assertThrows(SSLHandshakeException.class, () -> get(Egress.DIRECT, server.url("localhost")));
    }

    private static Egress through(ConnectProxy proxy) {
        return new Egress(Optional.of(EgressProxy.parse(proxy.url())), PRIVATE);
    }

    private static int get(Egress egress, String url) throws Exception {
        OutboundClient client = egress.client(TIMEOUT);
        return client.http()
                .send(client.request(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static ProxySelector recording(List<URI> asked) {
        return new ProxySelector() {
            @Override
            public List<java.net.Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(java.net.Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
    }
}
