package io.omnibridge.adapters.providers.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs an issuer may name. */
@Tag("S20")
class IssuerMetadataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/token",
                "http://localhost/token",
                "http://[::1]/token",
                "https://127.0.0.1/token",
                "https://127.1/token",
                "https://2130706433/token",
                "https://0x7f.0.0.1/token",
                "https://0177.0.0.1/token",
                "https://localhost/token",
                "https://LOCALHOST./token",
                "https://a.localhost/token",
                "https://10.1.2.3/token",
                "https://172.16.0.1/token",
                "https://192.168.0.1/token",
                "https://169.254.169.254/latest/meta-data",
                "https://0.0.0.0/token",
                "https://[::1]/token",
                "https://[::ffff:10.0.0.1]/token",
                "https://[::ffff:7f00:1]/token",
                "https://[fd00::1]/token",
                "https://[fe80::1]/token",
                "https://[64:ff9b::a00:1]/token"
            })
    void a_remote_issuer_names_no_private_address(String url) {
        for (String member : new String[] {"token_endpoint", "jwks_uri", "userinfo_endpoint", "revocation_endpoint"}) {
            InvalidProviderResponse refusal = assertThrows(
                    InvalidProviderResponse.class,
                    () -> read(metadata("https://id.example").put(member, url), "https://id.example"));
            assertEquals(
                    Optional.of(member),
                    Optional.ofNullable(refusal.getMessage())
                            .filter(it -> it.contains(member))
                            .map(it -> member));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example, https://id.example/token?tenant=1",
        "https://id.example, https://tokens.example/token",
        "https://id.example, https://8.8.8.8/token",
        "https://10.0.0.1, https://10.0.0.2/token",
        "https://10.0.0.1, https://id.example/token",
        "https://localhost:8443, https://127.0.0.1/token",
        "http://127.0.0.1:8080, http://127.0.0.1:9090/token",
        "http://localhost, https://id.example/token"
    })
    void another_url_is_read(String issuer, String url) throws InvalidProviderResponse {
        assertEquals(
                Optional.of(URI.create(url)),
                read(metadata(issuer).put("token_endpoint", url), issuer)
                        .endpoints()
                        .token());
    }

    @Test
    void a_private_issuer_with_tls_names_no_url_without() {
        assertThrows(
                InvalidProviderResponse.class,
                () -> read(metadata("https://10.0.0.1").put("jwks_uri", "http://127.0.0.1/keys"), "https://10.0.0.1"));
    }

    private static ObjectNode metadata(String issuer) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("issuer", issuer)
                .put("authorization_endpoint", "https://id.example/authorize")
                .put("token_endpoint", "https://id.example/token");
    }

    private static IssuerMetadata read(ObjectNode metadata, String issuer) throws InvalidProviderResponse {
        return IssuerMetadata.read(metadata, issuer, IssuerMetadata.NONE.endpoints());
    }
}
