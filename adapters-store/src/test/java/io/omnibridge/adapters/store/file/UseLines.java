package io.omnibridge.adapters.store.file;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.codec.UseReceiptCodec;
import io.omnibridge.adapters.store.spi.UseRows;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Leases and log of uses of one user as lines of a {@link RowsFile}. */
final class UseLines {

    private static final HexFormat HEX = HexFormat.of();
    private static final String NONE = "-";

    private final UserId user;
    private final NavigableMap<LeaseId, StoredLease> leases = new TreeMap<>(UseRows.EMPTY.leases());
    private final List<ChainedUse> receipts = new ArrayList<>();
    private StoredChainHead head = StoredChainHead.NONE;
    private Optional<UseBase> base = Optional.empty();
    private Optional<Instant> signedOutAt = Optional.empty();

    UseLines(UserId user) {
        this.user = user;
    }

    static List<String> of(UseRows rows) {
        List<String> lines = new ArrayList<>();
        lines.add("use-head " + rows.head().count() + " " + rows.head().mac());
        rows.base()
                .ifPresent(base -> lines.add("use-base " + base.at().count() + " "
                        + base.at().mac() + " " + base.prunedBefore().toEpochMilli() + " " + base.mac()));
        rows.signedOutAt().ifPresent(at -> lines.add("use-signed-out " + at.toEpochMilli()));
        rows.leases()
                .values()
                .forEach(lease -> lines.add("lease " + lease.id().value() + " "
                        + lease.expiresAt().toEpochMilli() + " "
                        + HEX.formatHex(lease.sealed().toBytes()) + " " + lease.used() + " "
                        + lease.endedAt()
                                .map(time -> Long.toString(time.toEpochMilli()))
                                .orElse(NONE)));
        rows.receipts()
                .forEach(use ->
                        lines.add("use " + use.position() + " " + use.mac() + " " + UseReceiptCodec.of(use.receipt())));
        return lines;
    }

    static boolean isOne(String line) {
        return line.startsWith("use") || line.startsWith("lease ");
    }

    void add(String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "use-head" -> head = head(words);
            case "use-signed-out" -> signedOutAt = Optional.of(time(words[1]));
            case "use-base" -> base = Optional.of(new UseBase(head(words), time(words[3]), mac(words[4])));
            case "lease" -> {
                LeaseId id = new LeaseId(words[1]);
                leases.put(
                        id,
                        new StoredLease(
                                id,
                                user,
                                time(words[2]),
                                new SealedLease(HEX.parseHex(words[3])),
                                Long.parseLong(words[4]),
                                words[5].equals(NONE) ? Optional.empty() : Optional.of(time(words[5]))));
            }
            default ->
                receipts.add(new ChainedUse(
                        Long.parseLong(words[1]), UseReceiptCodec.parse(user, line.split(" ", 4)[3]), mac(words[2])));
        }
    }

    UseRows rows() {
        return new UseRows(leases, receipts, head, base, signedOutAt);
    }

    private static StoredChainHead head(String[] words) {
        return new StoredChainHead(Long.parseLong(words[1]), mac(words[2]));
    }

    private static EventMac mac(String hex) {
        return new EventMac(HEX.parseHex(hex));
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
