package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.UseInspection;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.domain.InvalidValue;
import java.io.PrintWriter;
import java.util.List;

/** The logs of a user that {@code audit verify} checks. */
enum VerifiedLogs {
    CHANGES,
    USES,
    ALL;

    /** @throws InvalidValue if {@code word} names none */
    static VerifiedLogs parse(String word) {
        return EnumWords.parse(word, VerifiedLogs.class)
                .orElseThrow(() -> new InvalidValue("must be changes, uses or all"));
    }

    /** Returns a report for each log. */
    List<AuditLogReport> reports(OpenVault vault, PrintWriter out) {
        AuditLogReport changes =
                AuditLogReport.ofChanges(new ChainInspection(vault.store().users(), vault.chain()), out);
        AuditLogReport uses = AuditLogReport.ofUses(
                new UseInspection(vault.store().users().uses(), vault.chain().uses()), this == USES, out);
        return switch (this) {
            case CHANGES -> List.of(changes);
            case USES -> List.of(uses);
            case ALL -> List.of(changes, uses);
        };
    }
}
