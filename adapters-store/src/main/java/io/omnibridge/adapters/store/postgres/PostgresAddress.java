package io.omnibridge.adapters.store.postgres;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** Address of a database, in words for log lines. */
final class PostgresAddress {

    private PostgresAddress() {}

    /** Returns hosts, ports and database of {@code url}, and the schema. */
    static String of(String url, String schema) {
        PGSimpleDataSource parsed = new PGSimpleDataSource();
        parsed.setUrl(url);
        String servers = IntStream.range(0, parsed.getServerNames().length)
                .mapToObj(i -> parsed.getServerNames()[i] + ":" + parsed.getPortNumbers()[i])
                .collect(Collectors.joining(","));
        return "PostgreSQL at " + servers + ", database " + parsed.getDatabaseName() + ", schema " + schema;
    }
}
