package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.search.ItemRef;
import io.omnibridge.domain.session.BrowserTicket;
import io.omnibridge.domain.session.Profile;
import io.omnibridge.domain.session.Session;
import io.omnibridge.domain.session.SessionId;
import io.omnibridge.domain.session.SignInAttempt;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseTarget;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("W2")
class TinkBrowserSealerTest {

    private static final SessionId ID = new SessionId("1".repeat(32));
    private static final Session SESSION =
            new Session(ID, ALICE, new Profile(Optional.of("Alice Ünique ⚓"), Optional.of("alice@example.com")), NOW);
    private static final SignInAttempt SIGN_IN = new SignInAttempt(
            new Secret("state-1"),
            new Secret("nonce-1"),
            new Secret("verifier-1"),
            URI.create("/ui/accounts?a=b"),
            NOW);
    private static final BrowserTicket TICKET =
            new BrowserTicket(new AttemptId("2".repeat(32)), new Secret("ticket-1"));

    private final Keyset keyset = Keyset.generate();
    private final TinkBrowserSealer sealer = new TinkBrowserSealer(keyset, ISSUER);

    /** Returns the purposes for which {@code text} opens. */
    private static List<String> purposes(TinkBrowserSealer sealer, String text) {
        Map<String, Boolean> opened = Map.of(
                "form", sealer.isFormToken(ID, text),
                "session", sealer.session(text).isPresent(),
                "sign-in", sealer.signIn(text).isPresent(),
                "ticket", sealer.ticket(text).isPresent());
        return opened.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, String> all() {
        return Map.of(
                "form", sealer.formToken(ID),
                "session", sealer.seal(SESSION),
                "sign-in", sealer.seal(SIGN_IN),
                "ticket", sealer.seal(TICKET));
    }

    @Test
    void what_was_sealed_opens_as_it_was() {
        assertEquals(Optional.of(SESSION), sealer.session(sealer.seal(SESSION)));
        BrowserTicket ticket = sealer.ticket(sealer.seal(TICKET)).orElseThrow();
        assertEquals(TICKET.attempt(), ticket.attempt());
        assertEquals("ticket-1", ticket.ticket().reveal());
        SignInAttempt attempt = sealer.signIn(sealer.seal(SIGN_IN)).orElseThrow();
        assertEquals(
                List.of("state-1", "nonce-1", "verifier-1"),
                Stream.of(attempt.oauthState(), attempt.nonce(), attempt.verifier())
                        .map(Secret::reveal)
                        .toList());
        assertEquals(SIGN_IN.continueAt(), attempt.continueAt());
        assertEquals(NOW, attempt.begunAt());
    }

    @Test
    void a_session_without_a_profile_opens_as_it_was() {
        Session nameless = new Session(ID, ALICE, Profile.NONE, NOW);

        assertEquals(Optional.of(nameless), sealer.session(sealer.seal(nameless)));
    }

    @Test
    void each_text_opens_for_its_purpose_alone() {
        all().forEach((purpose, text) -> assertEquals(List.of(purpose), purposes(sealer, text)));
    }

    @Test
    void what_is_sealed_for_other_purposes_opens_nothing() {
        byte[] noData = new byte[0];
        SealedText sameKeys = new SealedText(keyset);
        TinkResultSealer results = new TinkResultSealer(keyset, ISSUER);
        ItemRef ref = new ItemRef(new UseTarget(key(ALICE, GOOGLE, "work"), Optional.of(Source.GMAIL)), "1");

        assertEquals(List.of(), purposes(sealer, sameKeys.seal(() -> noData, noData)));
        assertEquals(List.of(), purposes(sealer, sameKeys.seal(() -> BrowserJson.write(SESSION), noData)));
        assertEquals(List.of(), purposes(sealer, results.seal(ref)));
    }

    @Test
    void neither_another_issuer_nor_other_keys_open_it() {
        TinkBrowserSealer otherIssuer = new TinkBrowserSealer(keyset, "https://other.example");
        TinkBrowserSealer otherKeys = new TinkBrowserSealer(Keyset.generate(), ISSUER);

        all().values().forEach(text -> {
            assertEquals(List.of(), purposes(otherIssuer, text));
            assertEquals(List.of(), purposes(otherKeys, text));
        });
    }

    @Test
    void a_form_token_belongs_to_its_session_and_no_two_are_the_same() {
        SessionId other = new SessionId("3".repeat(32));

        assertTrue(sealer.isFormToken(ID, sealer.formToken(ID)));
        assertFalse(sealer.isFormToken(other, sealer.formToken(ID)));
        assertNotEquals(sealer.formToken(ID), sealer.formToken(ID));
        assertFalse(sealer.isFormToken(ID, sealer.seal(SESSION)));
    }

    @Test
    void after_a_rotation_what_the_former_key_sealed_opens_until_it_is_retired() {
        Rotation keys = Rotation.begin();
        TinkBrowserSealer before = new TinkBrowserSealer(keys.before(), ISSUER);
        TinkBrowserSealer promoted = new TinkBrowserSealer(keys.promoted(), ISSUER);
        TinkBrowserSealer retired = new TinkBrowserSealer(keys.retired(), ISSUER);

        assertEquals(Optional.of(SESSION), promoted.session(before.seal(SESSION)));
        assertEquals(Optional.of(SESSION), new TinkBrowserSealer(keys.added(), ISSUER).session(promoted.seal(SESSION)));
        assertTrue(promoted.isFormToken(ID, before.formToken(ID)));
        assertEquals(Optional.of(SESSION), retired.session(promoted.seal(SESSION)));
        assertEquals(Optional.empty(), retired.session(before.seal(SESSION)));
    }

    static List<String> purposes() {
        return List.of("form", "session", "sign-in", "ticket");
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void no_byte_can_be_changed_cut_off_or_added(String purpose) {
        byte[] sealed = Base64.getUrlDecoder().decode(all().getOrDefault(purpose, ""));

        SealingSamples.forgeries(sealed)
                .forEach(forged -> assertEquals(
                        List.of(),
                        purposes(sealer, Base64.getUrlEncoder().withoutPadding().encodeToString(forged))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "m-1", "%00", "ä", "a b", "=", "AAAA", "null", "{}"})
    void other_texts_open_nothing(String text) {
        assertEquals(List.of(), purposes(sealer, text));
        assertEquals(List.of(), purposes(sealer, text + "A".repeat(20_000)));
    }

    /** Cookies are in logs of proxies and on disks of browsers. */
    @Test
    void a_sealed_text_shows_nothing_and_fits_into_a_cookie() {
        String shown = all().values().stream()
                .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());

        Stream.of("alice", "Alice", "state-1", "nonce-1", "verifier-1", "ticket-1", "1111", "2222")
                .forEach(word -> assertFalse(shown.contains(word), word));
        all().values().forEach(text -> assertTrue(text.matches("[A-Za-z0-9_-]{1,1024}"), text));
    }
}
