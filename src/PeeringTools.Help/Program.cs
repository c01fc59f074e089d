using PeeringTools.Help;

if (args is not [string manifest, string comments, string file])
{
    Console.Error.WriteLine("Usage: PeeringTools.Help <manifest of the staged module> <folder of the XML comments> <help file to write>");
    return 1;
}

using ModuleCommands module = ModuleCommands.Import(manifest);
File.WriteAllText(file, HelpFile.Render(module.All, XmlComments.Read(comments)));
return 0;
