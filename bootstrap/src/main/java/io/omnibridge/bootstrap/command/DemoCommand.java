package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.demo.DemoProvider;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.net.InetAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the demo providers and the demo issuer alone, for trials of a service that runs elsewhere on the machine. */
@Command(
        name = "demo",
        description = {
            "Run the demo providers and the demo issuer: invented data, and a sign-in without a password.",
            "compose.yaml uses it. A service that trusts this issuer is open to everyone: for trials only."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;

    private final VaultAccess access;

    @Option(names = "--port", paramLabel = "PORT", description = "where it listens (default: ${DEFAULT-VALUE})")
    private int port = 8090;

    @Option(names = "--host", paramLabel = "HOST", description = "the address (default: ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    DemoCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 1 || port > MAX_PORT) {
            throw new WrongUsage(spec.commandLine(), "--port must be 1 to " + MAX_PORT);
        }
        InetAddress address = InetAddress.getAllByName(host)[0];
        try (DemoProvider demo = DemoProvider.start(address, port, access.random(), access.clock())) {
            spec.commandLine().getOut().println("demo providers at " + demo.url() + ", demo issuer " + demo.issuer());
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
