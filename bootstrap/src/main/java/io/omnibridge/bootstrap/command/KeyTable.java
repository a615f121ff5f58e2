package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.application.maintenance.KeyUse;
import io.omnibridge.bootstrap.wiring.InspectedVault;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Table of all keys that the keyset has or the vault needs, one key a line. */
final class KeyTable {

    private static final String ROW = "%-10s  %-8s  %8s  %8s  %8s  %s%n";

    private KeyTable() {}

    static String of(InspectedVault vault, KeyUse use) {
        Stream<String> present =
                vault.sealers().keyset().keys().stream().map(key -> row(vault, use, key.id(), role(key)));
        Stream<String> missing = missing(vault, use).stream().map(id -> row(vault, use, id, "missing"));
        String head = ROW.formatted("KEY", "ROLE", "ACCOUNTS", "LEASES", "METADATA", "NEEDED TO START");
        return Stream.of(Stream.of(head), present, missing, unreadable(use))
                .flatMap(lines -> lines)
                .collect(Collectors.joining());
    }

    /** Returns the ids of the keys that something needs and the keyset lacks, in order. */
    static SortedSet<Long> missing(InspectedVault vault, KeyUse use) {
        SortedSet<Long> missing = new TreeSet<>(use.accounts().keySet());
        missing.addAll(use.leases().keySet());
        missing.addAll(vault.keys().needed());
        vault.sealers().keyset().keys().forEach(key -> missing.remove(key.id()));
        return missing;
    }

    private static String row(InspectedVault vault, KeyUse use, long id, String role) {
        return ROW.formatted(
                id,
                role,
                use.accounts().getOrDefault(id, 0L),
                use.leases().getOrDefault(id, 0L),
                vault.keys().metadataUnder(id),
                vault.keys().demanded(id) ? "yes" : "no");
    }

    private static Stream<String> unreadable(KeyUse use) {
        return use.unreadable() == 0 ? Stream.of() : Stream.of("%s%n".formatted(withoutKnownKey(use.unreadable())));
    }

    static String withoutKnownKey(long unreadable) {
        return Counted.of(
                unreadable,
                "account or lease does not say which key it needs",
                "accounts and leases do not say which key they need");
    }

    private static String role(Keyset.Key key) {
        if (key.primary()) {
            return "primary";
        }
        return key.enabled() ? "other" : "disabled";
    }
}
