// Reports made by the module itself, through the shell that was built beside it, in a folder that goes away again.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const configuration = process.env.CONFIGURATION ?? "Debug";
const shell = path.join(root, "src/PeeringTools.Shell/bin", configuration, "net10.0/PeeringTools.Shell.dll");

export class Reports {
  folder = mkdtempSync(path.join(tmpdir(), "peeringtools-report-"));

  at = (name) => path.join(this.folder, name);

  // Runs a script in the folder; anything it says on standard error fails the test.
  run(script) {
    return new Promise((resolve, reject) => {
      const child = spawn("dotnet", [shell, "-c", `$ErrorActionPreference = 'Stop'; ${script}`], { cwd: this.folder, stdio: ["ignore", "pipe", "pipe"] });
      const said = [];
      child.stdout.on("data", (text) => said.push(text));
      child.stderr.on("data", (text) => said.push(text));
      child.on("error", reject);
      child.on("close", (code) => code === 0 ? resolve() : reject(new Error(`The shell ended with ${code}: ${said.join("")}`)));
    });
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
