package io.omnibridge.adapters.store.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("C6")
class KeysetTextTest {

    private static final String URI = FakeKmsClient.PREFIX + "ours";
    private static final KeysetText WRAPPED = wrapped(URI);

    @Test
    void a_keyset_is_read_as_it_was_written() {
        Keyset keyset = Keyset.generate();
        for (KeysetText text : new KeysetText[] {KeysetText.inTheClear(), WRAPPED}) {
            String written = text.print(keyset);

            assertEquals(keyset.toJson(), text.parse(" " + written + "\n").toJson());
            assertEquals(1, written.lines().count());
        }
    }

    @Test
    @Tag("S2")
    void a_wrapped_keyset_shows_nothing_of_its_keys() {
        Keyset keyset = Keyset.generate();
        String material = keyset.toJson().replaceFirst(".*\"value\":\"([^\"]+)\".*", "$1");

        assertTrue(keyset.toJson().contains(material));
        assertFalse(WRAPPED.print(keyset).contains(material));
    }

    @Test
    void a_keyset_that_tinkey_wrapped_is_read() throws Exception {
        Aead key = new FakeKmsClient().getAead(URI);
        KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        String made =
                TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, key, new byte[0], AeadConfig2026.get());

        assertEquals(
                Integer.toUnsignedLong(handle.getPrimary().getId()),
                WRAPPED.parse(made).primaryKeyId());
    }

    @ParameterizedTest
    @MethodSource
    void what_this_key_did_not_wrap_is_refused_without_repeating_it(String json) {
        InvalidValue refusal = assertThrows(InvalidValue.class, () -> WRAPPED.parse(json));

        assertEquals(
                "must be one Tink keyset in JSON, with an enabled primary key, that the KMS encrypted with the key of"
                        + " OMNIBRIDGE_KEYSET_KMS_KEY and lets this service decrypt",
                refusal.getMessage());
        assertNull(refusal.getCause());
    }

    static Stream<Arguments> what_this_key_did_not_wrap_is_refused_without_repeating_it() {
        Keyset keyset = Keyset.generate();
        String json = WRAPPED.print(keyset);
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("in the clear", keyset.toJson()),
                argumentSet(
                        "by another key",
                        wrapped(FakeKmsClient.PREFIX + "theirs").print(keyset)),
                argumentSet("something behind it", json + "x"),
                argumentSet("changed", json.replaceFirst("(Keyset\":\".{8}).", "$1!")),
                argumentSet("without content", json.replaceFirst("(Keyset\":\")[^\"]*", "$1")));
    }

    @Test
    void a_wrapped_keyset_is_none_in_the_clear() {
        String json = WRAPPED.print(Keyset.generate());
        assertThrows(InvalidValue.class, () -> KeysetText.inTheClear().parse(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                FakeKmsClient.AWAY + "| names a key of a KMS that does not answer",
                FakeKmsClient.MUTE + "| names a key of a KMS that does not answer",
                FakeKmsClient.DECRYPT_ONLY + "| names a key with which the KMS does not let this service encrypt",
                FakeKmsClient.INCOMPLETE
                        + "| needs a KMS client that is incomplete: not all of its jars are on the class path",
                FakeKmsClient.WITHOUT_CREDENTIALS
                        + "| cannot be used: its client found no credentials, or the URI names no key"
            })
    void a_kms_that_cannot_be_asked_is_told_from_a_wrong_keyset(String uri, String problem) {
        KmsUnavailable failure =
                assertThrows(KmsUnavailable.class, () -> wrapped(uri).print(Keyset.generate()));

        assertEquals(problem, failure.getMessage());
        assertNull(failure.getCause());
    }

    @Test
    void a_kms_that_is_away_is_told_from_a_wrong_keyset_when_reading_too() {
        String json = WRAPPED.print(Keyset.generate());
        assertThrows(KmsUnavailable.class, () -> wrapped(FakeKmsClient.AWAY).parse(json));
    }

    @Test
    void a_key_that_no_client_knows_is_refused() {
        assertEquals(
                "names a key that no KMS client on the class path knows",
                assertThrows(InvalidValue.class, () -> wrapped("gcp-kms://projects/p"))
                        .getMessage());
    }

    private static KeysetText wrapped(String uri) {
        return KeysetText.wrappedBy(KmsKey.at(uri, Duration.ofMillis(uri.equals(FakeKmsClient.MUTE) ? 50 : 30_000)));
    }
}
