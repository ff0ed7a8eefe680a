return NewsExtract.BulletinPrinter.PrinterCommand.Run(args, Console.Out, Console.Error);
