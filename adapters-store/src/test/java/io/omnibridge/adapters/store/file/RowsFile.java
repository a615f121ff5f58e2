package io.omnibridge.adapters.store.file;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.codec.ActorCodec;
import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.codec.AuditedAttemptCodec;
import io.omnibridge.adapters.store.codec.RevocationCodec;
import io.omnibridge.adapters.store.spi.UserRows;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Rows of a user as lines of words with one space between them. Only JSON, which ends its line, may have more spaces. */
final class RowsFile {

    private static final HexFormat HEX = HexFormat.of();

    /** The rows that the lines of files say. A file is read for every call, and most of its lines were read before. */
    private static final Map<WrittenRow, Object> READ = new ConcurrentHashMap<>();

    /** The lines of rows, which never change. A file is written for every change, and most of its rows are as they were. */
    private static final Map<Object, String> WRITTEN = Collections.synchronizedMap(new IdentityHashMap<>());

    /** What was read of a user's file last. Most files are read more often than written. */
    private static final Map<UserId, ReadFile> LAST = new ConcurrentHashMap<>();

    private record ReadFile(ByteBuffer content, UserRows rows) {}

    private record WrittenRow(UserId user, String text) {}

    private RowsFile() {}

    static byte[] of(UserRows rows) {
        List<String> lines = new ArrayList<>();
        lines.add(join(
                "head",
                rows.unrecordedChanges(),
                rows.head().count(),
                rows.head().mac()));
        rows.accounts()
                .forEach((key, account) -> lines.add(line(
                        account,
                        () -> join(
                                "account",
                                AccountCodec.name(key),
                                HEX.formatHex(account.credentials().toBytes()),
                                AccountCodec.of(account.metadata())))));
        rows.attempts()
                .forEach((id, attempt) ->
                        lines.add(line(attempt, () -> join("attempt", id.value(), AttemptCodec.of(attempt)))));
        rows.pendingRevocations()
                .forEach((id, revocation) -> lines.add(
                        line(revocation, () -> join("revocation", id.value(), RevocationCodec.of(revocation)))));
        rows.events().forEach(event -> lines.add(line(event, () -> event(event))));
        lines.addAll(UseLines.of(rows.uses()));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Object row, Supplier<String> written) {
        return WRITTEN.computeIfAbsent(row, key -> written.get());
    }

    static UserRows parse(UserId user, byte[] bytes) {
        ByteBuffer content = ByteBuffer.wrap(bytes);
        ReadFile last = LAST.get(user);
        if (last != null && last.content().equals(content)) {
            return last.rows();
        }
        UserRows rows = rows(user, bytes);
        LAST.put(user, new ReadFile(content, rows));
        return rows;
    }

    private static UserRows rows(UserId user, byte[] bytes) {
        NavigableMap<AccountKey, Account> accounts = new TreeMap<>(UserRows.EMPTY.accounts());
        NavigableMap<AttemptId, ConnectAttempt> attempts = new TreeMap<>(UserRows.EMPTY.attempts());
        NavigableMap<PendingRevocationId, PendingRevocation> revocations =
                new TreeMap<>(UserRows.EMPTY.pendingRevocations());
        List<ChainedEvent> events = new ArrayList<>();
        UseLines uses = new UseLines(user);
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            if (UseLines.isOne(line)) {
                uses.add(line);
                continue;
            }
            Object row = READ.computeIfAbsent(new WrittenRow(user, line), RowsFile::row);
            if (row instanceof Account account) {
                accounts.put(account.key(), account);
            } else if (row instanceof ConnectAttempt attempt) {
                attempts.put(attempt.id(), attempt);
            } else if (row instanceof PendingRevocation revocation) {
                revocations.put(revocation.id(), revocation);
            } else {
                events.add((ChainedEvent) row);
            }
        }
        String[] head = lines.get(0).split(" ", -1);
        StoredChainHead chainHead = new StoredChainHead(Long.parseLong(head[2]), new EventMac(HEX.parseHex(head[3])));
        return new UserRows(accounts, attempts, revocations, events, chainHead, Long.parseLong(head[1]), uses.rows());
    }

    private static Object row(WrittenRow row) {
        UserId user = row.user();
        String[] words = row.text().split(" ", 4);
        return switch (words[0]) {
            case "account" -> {
                AccountKey key = AccountCodec.key(user, words[1]);
                yield new Account(AccountCodec.parse(key, words[3]), new SealedCredentials(HEX.parseHex(words[2])));
            }
            case "attempt" ->
                AttemptCodec.parse(user, new AttemptId(words[1]), row.text().split(" ", 3)[2]);
            case "revocation" ->
                RevocationCodec.parse(
                        user, new PendingRevocationId(words[1]), row.text().split(" ", 3)[2]);
            default -> event(user, row.text().split(" ", -1));
        };
    }

    private static String event(ChainedEvent chained) {
        AuditedAction action = chained.event().action();
        return join(
                "event",
                chained.position(),
                chained.mac(),
                action.kind(),
                chained.event().outcome(),
                action.at().toEpochMilli(),
                action.requestId().value(),
                action.account().map(AccountCodec::name).orElse(""),
                ActorCodec.kind(action.actor()).orElse(""),
                ActorCodec.name(action.actor()).orElse(""),
                action.attempt().map(AuditedAttemptCodec::id).orElse(""),
                action.attempt().map(AuditedAttemptCodec::provider).orElse(""),
                action.attempt().flatMap(AuditedAttemptCodec::failure).orElse(""),
                action.client().map(ClientId::value).orElse(""),
                action.lease().map(LeaseId::value).orElse(""));
    }

    private static ChainedEvent event(UserId user, String[] words) {
        AuditedAction action = new AuditedAction(
                ActionKind.valueOf(words[3]),
                Instant.ofEpochMilli(Long.parseLong(words[5])),
                user,
                ActorCodec.parse(optional(words[8]), optional(words[9]), optional(words[13])),
                optional(words[7]).map(name -> AccountCodec.key(user, name)),
                AuditedAttemptCodec.parse(optional(words[10]), optional(words[11]), optional(words[12])),
                optional(words[14]).map(LeaseId::new),
                new RequestId(words[6]));
        return new ChainedEvent(
                Long.parseLong(words[1]),
                action.withOutcome(AuditOutcome.valueOf(words[4])),
                new EventMac(HEX.parseHex(words[2])));
    }

    private static String join(Object... words) {
        return String.join(" ", Arrays.stream(words).map(Object::toString).toList());
    }

    private static Optional<String> optional(String word) {
        return Optional.of(word).filter(text -> !text.isEmpty());
    }
}
