package io.omnibridge.adapters.store.codec;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts, connect attempts and pending revocations are written as in the golden files, and those are read. */
class StoredFormatsTest {

    private static final List<AccountMetadata> ACCOUNTS = StoredSamples.accounts();

    @Test
    void accounts_are_written_and_read_as_in_the_golden_file() {
        List<String> golden = golden("accounts.jsonl");

        assertEquals(golden, ACCOUNTS.stream().map(AccountCodec::of).toList());
        assertEquals(
                ACCOUNTS,
                IntStream.range(0, golden.size())
                        .mapToObj(i -> AccountCodec.parse(ACCOUNTS.get(i).key(), golden.get(i)))
                        .toList());
    }

    @Test
    void attempts_are_written_and_read_as_in_the_golden_file() {
        List<ConnectAttempt> attempts = StoredSamples.attempts();
        List<String> golden = golden("connect-attempts.jsonl");

        assertEquals(golden, attempts.stream().map(AttemptCodec::of).toList());
        assertEquals(
                attempts,
                golden.stream()
                        .map(text -> AttemptCodec.parse(ALICE, StoredSamples.ATTEMPT, text))
                        .toList());
        assertEquals(
                List.of("PENDING", "RETURNED", "EXCHANGING", "COMPLETED", "FAILED", "PENDING"),
                attempts.stream().map(AttemptCodec::state).toList());
    }

    @Test
    void pending_revocations_are_written_and_read_as_in_the_golden_file() {
        List<PendingRevocation> revocations = StoredSamples.revocations();
        List<String> golden = golden("pending-revocations.jsonl");

        assertEquals(golden, revocations.stream().map(RevocationCodec::of).toList());
        assertEquals(
                revocations,
                golden.stream()
                        .map(text -> RevocationCodec.parse(ALICE, StoredSamples.REVOCATION, text))
                        .toList());
    }

    @Test
    void the_name_of_an_account_is_read_as_it_was_written() {
        for (AccountMetadata account : ACCOUNTS) {
            assertEquals(account.key(), AccountCodec.key(ALICE, AccountCodec.name(account.key())));
        }
        for (String other : List.of("", "google", ":work", "GOOGLE:work", "google:")) {
            assertThrows(IllegalArgumentException.class, () -> AccountCodec.key(BOB, other), other);
        }
    }

    @Test
    void any_other_text_is_refused() {
        AccountKey key = ACCOUNTS.get(0).key();
        golden("accounts.jsonl").forEach(text -> assertOthersRefused(text, other -> AccountCodec.parse(key, other)));
        golden("connect-attempts.jsonl")
                .forEach(text ->
                        assertOthersRefused(text, other -> AttemptCodec.parse(ALICE, StoredSamples.ATTEMPT, other)));
        golden("pending-revocations.jsonl")
                .forEach(text -> assertOthersRefused(
                        text, other -> RevocationCodec.parse(ALICE, StoredSamples.REVOCATION, other)));
    }

    private static void assertOthersRefused(String text, Consumer<String> parse) {
        List<String> others = List.of(
                "",
                "x",
                text + "!",
                text.substring(0, text.length() - 1),
                text.replace("{\"v\":1,", "{\"v\":2,"),
                text.replace("{\"v\":1,", "{"),
                text.replace("{\"v\":1,", "{\"v\":1,\"more\":true,"),
                text.replace("At\":1", "At\":\"1\",\"x\":1"),
                text.replaceAll("\"(linkId|clientId)\":\"[^\"]*\",", ""));
        others.forEach(other -> assertThrows(IllegalArgumentException.class, () -> parse.accept(other), other));
    }

    private static List<String> golden(String name) {
        return GoldenFile.lines(StoredFormatsTest.class, name);
    }
}
