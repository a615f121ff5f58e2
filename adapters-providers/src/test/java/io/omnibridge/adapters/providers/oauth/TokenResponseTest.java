package io.omnibridge.adapters.providers.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What may and what may not spoil a token response. */
@Tag("T20")
@Tag("O8")
class TokenResponseTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final TokenOrigin ORIGIN = new TokenOrigin("client", URI.create("https://id.example"));
    private static final TokenResponse READER = new TokenResponse(entry(), NOW);

    @Property
    void no_json_in_an_advisory_member_spoils_a_response(@ForAll("advisory") Map<String, String> members)
            throws InvalidProviderResponse {
        Grant first = READER.first(object(text(members)), Scopes.none(), ORIGIN);
        Grant renewed = READER.renewed(object(text(members)), first);

        assertEquals("access", first.credentials().accessToken().reveal());
        assertEquals("access", renewed.credentials().accessToken().reveal());
        for (Grant grant : new Grant[] {first, renewed}) {
            assertTrue(grant.credentials().expiresAt().stream()
                    .allMatch(it -> it.isAfter(NOW) && !it.isAfter(NOW.plus(Duration.ofDays(3650)))));
        }
    }

    @Property
    void any_member_twice_spoils_a_response(@ForAll("name") String name, @ForAll("json") String value) {
        String twice = "{\"access_token\":\"access\",%s:%s,%s:%s}".formatted(quoted(name), value, quoted(name), value);
        String nested = "{\"access_token\":\"access\",\"more\":[{%s:%s,%s:%s}]}"
                .formatted(quoted(name), value, quoted(name), value);

        assertEquals(Optional.empty(), ProviderJson.object(response(twice)));
        assertEquals(Optional.empty(), ProviderJson.object(response(nested)));
    }

    @Property
    void a_response_cut_short_is_none(@ForAll("advisory") Map<String, String> members, @ForAll double where) {
        String whole = text(members);
        int length = (int) (Math.abs(where % 1) * whole.length());

        assertEquals(Optional.empty(), ProviderJson.object(response(whole.substring(0, length))));
    }

    @Property
    void another_type_spoils_a_response(@ForAll("type") String type) throws JsonProcessingException {
        String text = "{\"access_token\":\"access\",\"token_type\":%s}".formatted(quoted(type));

        assertThrows(InvalidProviderResponse.class, () -> READER.first(object(text), Scopes.none(), ORIGIN));
    }

    @Provide
    Arbitrary<String> type() {
        return Arbitraries.oneOf(
                Arbitraries.of("mac", "DPoP", "N_A", "bearer2", "bearer bearer", "null"),
                Arbitraries.strings()
                        .withCharRange('!', '~')
                        .ofMinLength(1)
                        .filter(it -> !it.equalsIgnoreCase("bearer")));
    }

    @Provide
    Arbitrary<Map<String, String>> advisory() {
        return Arbitraries.maps(name().filter(it -> !it.equals("access_token") && !it.equals("token_type")), json())
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> name() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "expires_in",
                        "refresh_token",
                        "refresh_token_expires_in",
                        "scope",
                        "id_token",
                        "ext_expires_in",
                        "not-before-policy"),
                Arbitraries.strings().ascii().ofMaxLength(6));
    }

    /** Texts of JSON values, also such as few parsers can represent. */
    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "1e999999999999",
                        "-1e-999999999999",
                        "0e0",
                        "-0",
                        "9".repeat(5_000),
                        "0." + "1".repeat(5_000),
                        "\"\\ud800\"",
                        "\"\\u0000\"",
                        "[".repeat(500) + "]".repeat(500)),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.longs().map(it -> quoted(String.valueOf(it))),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.strings().ascii().map(TokenResponseTest::quoted));
        Arbitrary<String> lists = scalars.list().ofMaxSize(3).map(it -> "[" + String.join(",", it) + "]");
        return Arbitraries.oneOf(scalars, lists, lists.map(it -> "{\"of\":" + it + "}"));
    }

    private static String text(Map<String, String> members) {
        StringBuilder text = new StringBuilder("{\"access_token\":\"access\"");
        members.forEach((name, value) ->
                text.append(',').append(quoted(name)).append(':').append(value));
        return text.append('}').toString();
    }

    private static JsonNode object(String json) {
        return ProviderJson.object(response(json)).orElseThrow();
    }

    private static ProviderResponse response(String json) {
        return new ProviderResponse(
                200,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                Optional.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProviderEntry entry() {
        String yaml = "providers: {tracker: {kind: oauth2, authorization_url: 'https://id.example/a', token_url:"
                + " 'https://id.example/t', identity_path: /id, client_id: client, client_secret: secret}}";
        try {
            return Catalogue.read(yaml, Path.of("."))
                    .entry(new ProviderId("tracker"))
                    .orElseThrow();
        } catch (InvalidCatalogue e) {
            throw new IllegalStateException(e);
        }
    }
}
