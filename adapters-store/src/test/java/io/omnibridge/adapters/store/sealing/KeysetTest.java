package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.GRANT;
import static io.omnibridge.adapters.store.sealing.SealingSamples.ISSUER;
import static io.omnibridge.adapters.store.sealing.SealingSamples.VERSION;
import static io.omnibridge.adapters.store.sealing.SealingSamples.account;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.omnibridge.application.port.Samples;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("C6")
class KeysetTest {

    private static final Configuration TINK = AeadConfig2026.get();
    private static final AccountKey KEY = Samples.key(ALICE, GOOGLE, "work");

    @Test
    void a_keyset_written_and_read_again_opens_what_was_sealed_before() {
        Keyset keyset = Keyset.generate();
        Keyset read = Keyset.parse(" " + keyset.toJson() + "\n");

        assertEquals(GRANT, open(read, seal(keyset)));
    }

    @Test
    @Tag("C9")
    void a_key_that_was_added_opens_at_once_and_one_that_was_replaced_still_opens() {
        Rotation rotation = Rotation.begin();

        assertEquals(GRANT, open(rotation.promoted(), seal(rotation.before())));
        assertEquals(GRANT, open(rotation.added(), seal(rotation.promoted())));
        assertEquals(GRANT, open(rotation.retired(), seal(rotation.promoted())));
        assertEquals(GRANT, open(rotation.before(), seal(rotation.added())));
    }

    @Test
    @Tag("C9")
    void each_step_of_a_rotation_changes_one_thing() {
        Rotation rotation = Rotation.begin();
        long former = rotation.before().primaryKeyId();
        long latter = rotation.promoted().primaryKeyId();

        assertEquals(List.of(key(former, true)), rotation.before().keys());
        assertEquals(
                List.of(key(former, true), key(latter, false)), rotation.added().keys());
        assertEquals(
                List.of(key(former, false), key(latter, true)),
                rotation.promoted().keys());
        assertEquals(List.of(key(latter, true)), rotation.retired().keys());
        assertEquals(
                rotation.added().keys(), Keyset.parse(rotation.added().toJson()).keys());
    }

    @Test
    void a_step_that_cannot_be_is_refused() {
        Keyset keyset = Keyset.generate();
        long primary = keyset.primaryKeyId();
        Keyset disabled = Keyset.parse(keyset.withNewKey().toJson().replaceFirst("ENABLED(?!.*ENABLED)", "DISABLED"));

        assertRefused("is the primary key already", () -> keyset.withPrimary(primary));
        assertRefused("is the primary key", () -> keyset.without(primary));
        assertRefused("is not in the keyset", () -> keyset.withPrimary(primary + 1));
        assertRefused("is not in the keyset", () -> keyset.without(primary + 1));
        assertRefused(
                "is disabled", () -> disabled.withPrimary(disabled.keys().get(1).id()));
    }

    private static void assertRefused(String reason, Executable step) {
        assertEquals(reason, assertThrows(InvalidValue.class, step).getMessage());
    }

    private static Keyset.Key key(long id, boolean primary) {
        return new Keyset.Key(id, primary, true);
    }

    @Test
    void each_generated_keyset_is_another() {
        assertNotEquals(Keyset.generate().toJson(), Keyset.generate().toJson());
    }

    @ParameterizedTest
    @MethodSource
    void anything_but_one_whole_keyset_with_an_enabled_primary_key_is_refused(String json) {
        assertRefusedWithoutRepeating(json);
    }

    static Stream<Arguments> anything_but_one_whole_keyset_with_an_enabled_primary_key_is_refused() {
        String json = Keyset.generate().toJson();
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("null", "null"),
                argumentSet("no object", "[]"),
                argumentSet("no keys", "{\"primaryKeyId\":1,\"key\":[]}"),
                argumentSet("no members", "{}"),
                argumentSet("cut off", json.substring(0, json.length() - 1)),
                argumentSet("something behind it", json + "x"),
                argumentSet("a second one behind it", json + json),
                argumentSet("a member twice", json.replace("\"status\"", "\"status\":\"ENABLED\",\"status\"")),
                argumentSet("no such primary", json.replaceAll("\"primaryKeyId\":\\d+", "\"primaryKeyId\":1")),
                argumentSet("disabled primary", json.replace("ENABLED", "DISABLED")),
                argumentSet("a key twice", json.replaceAll("\\[(.*)]", "[$1,$1]")),
                argumentSet("a short key", json.replaceAll("\"value\":\"[^\"]*\"", "\"value\":\"GhA=\"")),
                argumentSet("deep nesting", "[".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource
    void keys_of_other_types_are_refused(String json) {
        assertRefusedWithoutRepeating(json);
    }

    static Stream<Arguments> keys_of_other_types_are_refused() throws GeneralSecurityException {
        String json = Keyset.generate().toJson();
        AesGcmParameters.Builder aes256Gcm = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16);
        return Stream.of(
                argumentSet("a MAC key", json.replace("AesGcmKey", "HmacKey")),
                argumentSet("a deterministic key", json.replace("AesGcmKey", "AesSivKey")),
                argumentSet("a key of no type", json.replace("AesGcmKey", "NoSuchKey")),
                argumentSet("AES128-GCM", json(PredefinedAeadParameters.AES128_GCM)),
                argumentSet("another AEAD", json(PredefinedAeadParameters.XCHACHA20_POLY1305)),
                argumentSet(
                        "no prefix",
                        json(aes256Gcm
                                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                                .build())));
    }

    @Test
    @Tag("S2")
    void a_keyset_cannot_be_printed_or_serialised() {
        Keyset keyset = Keyset.generate();

        for (String printed : List.of(
                keyset.toString(), "%s".formatted(keyset), List.of(keyset).toString())) {
            assertFalse(printed.contains(keyMaterial(keyset.toJson())), printed);
        }
        assertThrows(InvalidDefinitionException.class, () -> new ObjectMapper().writeValueAsString(keyset));
    }

    private static void assertRefusedWithoutRepeating(String json) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> Keyset.parse(json));
        assertNull(refusal.getCause());
        assertFalse(String.valueOf(refusal.getMessage()).contains(keyMaterial(json)));
    }

    /** What stands in {@code "value": "…"}, or something that stands nowhere. */
    private static String keyMaterial(String json) {
        int at = json.indexOf("\"value\":\"");
        return at < 0 ? "\0" : json.substring(at + 9, json.indexOf('"', at + 9));
    }

    private static String json(Parameters parameters) throws GeneralSecurityException {
        return json(KeysetHandle.generateNew(parameters, TINK));
    }

    private static String json(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get());
    }

    private static SealedCredentials seal(Keyset keyset) {
        return new TinkCredentialSealer(keyset, ISSUER).seal(KEY, VERSION, GRANT);
    }

    private static Object open(Keyset keyset, SealedCredentials sealed) {
        return new TinkCredentialSealer(keyset, ISSUER).open(account(KEY, VERSION, sealed));
    }
}
