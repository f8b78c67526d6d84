// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.server.identity.Refusal;
import weir.server.secret.KeyFile;
import weir.server.tls.Machine;
import weir.server.tls.ServerTls;
import weir.server.tls.Trusting;

/** A directory that is asked over TLS, with StartTLS and without. */
@Timeout(60)
class LdapDirectoryTest {

    private static final String READER = "cn=reader,dc=plant,dc=example";

    @TempDir
    private Path folder;

    private InMemoryDirectoryServer server;
    private SSLContext trusting;

    @BeforeEach
    void begin() throws Exception {
        SecureRandom random = new SecureRandom();
        ServerTls tls = ServerTls.own(
                folder,
                KeyFile.open(folder.resolve("weir.key"), random),
                Machine.here(),
                InstantSource.system(),
                random);
        trusting = Trusting.in(tls.authority().orElseThrow());
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=plant,dc=example");
        config.setSchema(null);
        config.addAdditionalBindCredentials(READER, "of the reader");
        InetAddress here = InetAddress.getByName("localhost");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig(
                        "ldaps", here, 0, tls.context().getServerSocketFactory(), trusting.getSocketFactory()),
                InMemoryListenerConfig.createLDAPConfig(
                        "ldap", here, 0, tls.context().getSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=plant,dc=example", "objectClass: domain", "dc: plant");
        person(
                "anna",
                "Anna Müller",
                "memberOf: cn=engineers,dc=plant,dc=example",
                "memberOf: cn=staff,dc=plant,dc=example");
        person("otto", "Otto");
        server.startListening();
    }

    private void person(String name, String shown, String... more) throws Exception {
        String[] entry = {
            "dn: uid=" + name + ",dc=plant,dc=example",
            "objectClass: person",
            "uid: " + name,
            "cn: " + shown,
            "sn: x",
            "userPassword: words of " + name
        };
        String[] all = java.util.Arrays.copyOf(entry, entry.length + more.length);
        System.arraycopy(more, 0, all, entry.length, more.length);
        server.add(all);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private LdapDirectory directory(boolean startTls, SSLContext context, String host, String password) {
        LdapSettings settings = new LdapSettings(
                host,
                server.getListenPort(startTls ? "ldap" : "ldaps"),
                startTls,
                READER,
                password,
                "dc=plant,dc=example",
                "(objectClass=person)",
                "uid",
                "entryUUID",
                "cn",
                "memberOf");
        return new LdapDirectory(settings, context);
    }

    private LdapDirectory directory(boolean startTls) {
        return directory(startTls, trusting, "localhost", "of the reader");
    }

    @Test
    void the_right_password_says_who_it_is_and_in_which_groups() throws Exception {
        for (boolean startTls : new boolean[] {false, true}) {
            assertThat(directory(startTls).bind("Anna", "words of anna")).hasValueSatisfying(anna -> {
                assertThat(anna.name()).isEqualTo("anna");
                assertThat(anna.shown()).isEqualTo("Anna Müller");
                assertThat(anna.groups())
                        .isEqualTo(Set.of("cn=engineers,dc=plant,dc=example", "cn=staff,dc=plant,dc=example"));
                assertThat(anna.subject()).hasSize(72).matches("[0-9a-f]+");
            });
            assertThat(directory(startTls)
                            .bind("otto", "words of otto")
                            .orElseThrow()
                            .groups())
                    .isEmpty();
        }
    }

    @Test
    void a_wrong_password_an_empty_one_and_an_unknown_name_are_nobody() throws Exception {
        assertThat(directory(false).bind("anna", "words of otto")).isEmpty();
        assertThat(directory(false).bind("anna", "")).isEmpty();
        assertThat(directory(false).bind("nobody", "words")).isEmpty();
    }

    @Test
    void a_name_is_never_taken_for_a_filter() throws Exception {
        for (String name :
                new String[] {"*", "ann*", "anna)(uid=*", "*)(objectClass=*", "\u0000", "anna\\2a", "(", "a=b,c"}) {
            assertThat(directory(false).bind(name, "words of anna")).as(name).isEmpty();
        }
    }

    @Test
    void a_directory_whose_authority_is_not_believed_is_told_no_password() throws Exception {
        for (boolean startTls : new boolean[] {false, true}) {
            assertThatThrownBy(() -> directory(startTls, SSLContext.getDefault(), "localhost", "of the reader")
                            .bind("anna", "words of anna"))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void a_directory_that_is_away_or_refuses_the_reader_is_said_to_be_away() throws Exception {
        assertThatThrownBy(
                        () -> directory(false, trusting, "localhost", "wrong").bind("anna", "words of anna"))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.sort()).isEqualTo(Refusal.Sort.AWAY));
        LdapDirectory away = directory(false);
        server.shutDown(true);
        assertThatThrownBy(() -> away.bind("anna", "words of anna"))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.sort()).isEqualTo(Refusal.Sort.AWAY))
                .hasMessageContaining("local accounts work");
    }
}
