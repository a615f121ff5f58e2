package io.omnibridge.bootstrap.command;

import io.omnibridge.application.lease.EndLeases;
import io.omnibridge.application.session.SignOutUser;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.UserId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Signs one user out everywhere. */
@Command(
        name = "sign-out",
        description = {
            "End everything that was issued to a user until now, without asking: sessions of browsers and leases at once, JWTs"
                    + " within 5 seconds on every node. Calls under way go on.",
            "Accounts stay connected, and the user may sign in again."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the user is signed out",
            "1:the store failed, which standard error says: run it again",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class UsersSignOutCommand extends ConfiguredCommand {

    private static final String COMMAND = "users_sign_out";

    @Option(names = "--user", required = true, paramLabel = "USER", description = "the user who is signed out")
    private String user = "";

    UsersSignOutCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        UserId owner = read("--user", user, UserId::new);
        try (OpenVault vault = access.writing()) {
            SignOutUser signOutUser = new SignOutUser(
                    vault.ports().signOuts(), new EndLeases(vault.ports().leases(), vault.clock()), vault.clock());
            int ended = signOutUser.signOut(owner, new Actor.Operator(COMMAND), new RequestId(COMMAND));
            out().println("signed out, and ended " + Counted.of(ended, "lease") + ": " + OneLine.of(owner.value()));
            return ExitCode.OK;
        }
    }
}
