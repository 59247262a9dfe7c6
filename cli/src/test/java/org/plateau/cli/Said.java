package org.plateau.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command said when it ran in this JVM.
 *
 * @param code its exit code
 * @param out data
 * @param messages everything else
 */
record Said(int code, String out, String messages) {
    static Said by(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter messages = new StringWriter();
        CommandLine commandLine =
                Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(messages));
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        int code = commandLine.execute(arguments);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return new Said(code, out.toString(), messages.toString());
    }
}
