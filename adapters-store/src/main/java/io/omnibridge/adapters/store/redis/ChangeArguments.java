package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.AccountChange;
import io.omnibridge.adapters.store.spi.RevocationChanges;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.List;

/** What a write is told of its changes: always as many arguments, empty where there is no change. */
final class ChangeArguments {

    private ChangeArguments() {}

    /** What is done, the field, and what is put there: shown and sealed. */
    static List<Object> of(AccountChange change) {
        if (change instanceof AccountChange.Add add) {
            return put(add.account());
        }
        if (change instanceof AccountChange.Replace replace) {
            return put(replace.account());
        }
        if (change instanceof AccountChange.ReplaceMetadata show) {
            return List.of("show", AccountEntry.field(show.account().key()), AccountEntry.value(show.account()), "");
        }
        return change instanceof AccountChange.Remove remove
                ? List.of("remove", AccountEntry.field(remove.key()), "", "")
                : List.of("", "", "", "");
    }

    /** What is done, the attempt, when those were begun that go, and how long all of them stay. */
    static List<Object> of(AttemptChange change) {
        if (change instanceof AttemptChange.Begin begin) {
            ConnectAttempt attempt = begin.attempt();
            return List.of(
                    "begin",
                    attempt.id().value(),
                    AttemptCodec.of(attempt),
                    attempt.begunAt().minus(AttemptChange.RETENTION).toEpochMilli(),
                    AttemptCommands.STAY.toMillis());
        }
        return change instanceof AttemptChange.Proceed proceed
                ? List.of("proceed", proceed.next().id().value(), AttemptCodec.of(proceed.next()), "", "")
                : List.of("", "", "", "", "");
    }

    /** What those begin with that go, the one that comes, and the one that is settled. */
    static List<Object> of(RevocationChanges owing) {
        return List.of(
                owing.cancelled().map(RevocationEntry::beginningOfGrantWide).orElse(""),
                owing.added().map(owed -> RevocationEntry.field(owed.id())).orElse(""),
                owing.added().map(RevocationEntry::value).orElse(""),
                owing.completed().map(RevocationEntry::field).orElse(""));
    }

    private static List<Object> put(Account account) {
        return List.of(
                "put",
                AccountEntry.field(account.key()),
                AccountEntry.value(account.metadata()),
                account.credentials().toBytes());
    }
}
