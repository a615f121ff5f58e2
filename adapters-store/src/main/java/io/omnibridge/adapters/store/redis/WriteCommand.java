package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.codec.RevocationCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.spi.AccountChange;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.RevocationChanges;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Applies a {@link UserWrite} by {@link WriteScript}: one step of the server. */
final class WriteCommand {

    private static final List<Object> NO_ACCOUNT = Collections.nCopies(4, "");
    private static final List<Object> NO_ATTEMPT = Collections.nCopies(7, "");

    private WriteCommand() {}

    /** Returns whether the write took place. */
    static Command<Boolean> of(UserWrite write) {
        List<Object> arguments = new ArrayList<>();
        arguments.addAll(heads(write));
        arguments.addAll(write.changes().account().map(WriteCommand::account).orElse(NO_ACCOUNT));
        arguments.addAll(write.changes().attempt().map(WriteCommand::attempt).orElse(NO_ATTEMPT));
        arguments.addAll(revocations(write.changes().revocations()));
        arguments.addAll(write.changes().lease().map(LeaseScript::arguments).orElse(LeaseScript.NO_ARGUMENTS));
        arguments.add(write.changes()
                .signOut()
                .map(at -> Long.toString(at.toEpochMilli()))
                .orElse(""));
        arguments.addAll(EventEntry.fields(write.event()));
        return WriteScript.SCRIPT.onKeys(keys(write), arguments, reply -> reply.number() == 1);
    }

    /** No write changes two of attempts, leases and the last sign-out. */
    private static List<String> keys(UserWrite write) {
        UserKeys keys = UserKeys.of(write.user());
        Stream<String> more = Stream.of();
        if (write.changes().attempt().isPresent()) {
            more = Stream.of(keys.attempts(), keys.attemptsByBegin(), keys.attemptsPending());
        } else if (write.changes().lease().isPresent()) {
            more = Stream.of(keys.leases(), keys.sealedLeases());
        } else if (write.changes().signOut().isPresent()) {
            more = Stream.of(keys.signedOut());
        }
        return Stream.concat(Stream.of(keys.user(), keys.accounts(), keys.sealed(), keys.auditLog()), more)
                .toList();
    }

    /** From {@code expected_position} to {@code mac}. */
    private static List<Object> heads(UserWrite write) {
        UserSnapshot snapshot = write.snapshot();
        return List.of(
                snapshot.head().count(),
                snapshot.head().mac().toBytes(),
                snapshot.unrecordedChanges(),
                write.head().count(),
                write.head().mac().toBytes());
    }

    /** From {@code account_change} to {@code account_sealed}. */
    private static List<Object> account(AccountChange change) {
        if (change instanceof AccountChange.Add add) {
            return put(add.account());
        }
        if (change instanceof AccountChange.Replace replace) {
            return put(replace.account());
        }
        if (change instanceof AccountChange.ReplaceMetadata replace) {
            return List.of(
                    "put_metadata", AccountCodec.name(replace.account().key()), AccountCodec.of(replace.account()), "");
        }
        return List.of("remove", AccountCodec.name(((AccountChange.Remove) change).key()), "", "");
    }

    private static List<Object> put(Account account) {
        return List.of(
                "put",
                AccountCodec.name(account.key()),
                AccountCodec.of(account.metadata()),
                account.credentials().toBytes());
    }

    /** From {@code attempt_change} to {@code attempts_ttl}. */
    private static List<Object> attempt(AttemptChange change) {
        if (change instanceof AttemptChange.Begin begin) {
            ConnectAttempt attempt = begin.attempt();
            return List.of(
                    "begin",
                    attempt.id().value(),
                    AttemptCodec.of(attempt),
                    openUntil(attempt),
                    attempt.begunAt().toEpochMilli(),
                    begin.outdatedBefore().toEpochMilli(),
                    AttemptCommands.TTL.toMillis());
        }
        ConnectAttempt next = ((AttemptChange.Proceed) change).next();
        return List.of("proceed", next.id().value(), AttemptCodec.of(next), openUntil(next), "", "", "");
    }

    private static String openUntil(ConnectAttempt attempt) {
        return attempt.openUntil()
                .map(time -> Long.toString(time.toEpochMilli()))
                .orElse("");
    }

    /** From {@code cancelled_account} to {@code completed}. */
    private static List<Object> revocations(RevocationChanges changes) {
        List<String> cancelled = changes.cancelledKeys().map(AccountCodec::name).toList();
        return List.of(
                cancelled.isEmpty() ? "" : cancelled.get(0),
                cancelled.isEmpty() ? "" : cancelled.get(1),
                changes.added().map(added -> UserFields.revocation(added.id())).orElse(""),
                changes.added().map(RevocationCodec::of).orElse(""),
                changes.completed().map(UserFields::revocation).orElse(""));
    }
}
